package io.huizong.aggregation.query.http;

import jakarta.enterprise.context.RequestScoped;

import io.huizong.aggregation.generation.Generations;

/** The generation that serves a request: headers and body of the answer are read from the same, and it is asked for once. */
@RequestScoped
public class ServingGeneration {

    private final Generations generations;
    private Integer number;

    ServingGeneration(Generations generations) {
        this.generations = generations;
    }

    public int number() {
        if (number == null) {
            number = generations.answering();
        }
        return number;
    }
}
