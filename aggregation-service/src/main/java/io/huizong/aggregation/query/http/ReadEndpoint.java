package io.huizong.aggregation.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.ws.rs.NameBinding;

/**
 * Answers from the totals: they say how fresh they are, can be waited for by {@code ?after=}, take no parameter that they
 * do not know, and are not sent again to who has them.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ReadEndpoint {}
