package io.huizong.contract;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives each property the same cases in each run, so that a build tells the same of the same sources: their seed is made
 * of the property's name. {@code -Dproperties.seed=random} tries others; jqwik prints the seed of those that fail, which
 * {@code -Dproperties.seed} takes as well. {@code META-INF/services} names this class to jqwik.
 */
public final class SameCases implements AroundPropertyHook {

    private static final String SEED = System.getProperty("properties.seed", "");

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return true;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!SEED.equals("random")) {
            context.attributes().setSeed(SEED.isEmpty() ? seedOf(context) : SEED);
        }
        return property.execute();
    }

    private static String seedOf(PropertyLifecycleContext context) {
        String name = context.containerClass().getName() + "."
                + context.targetMethod().getName();
        return Integer.toString(name.hashCode());
    }
}
