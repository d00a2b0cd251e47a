package io.huizong.aggregation.generation;

/** How an instance stands to the generations. */
public sealed interface GenerationStatus {

    /** That in a sentence. */
    String sentence();

    /** The serving generation has its files: it answers, and applies. */
    record Serving(int number) implements GenerationStatus {

        @Override
        public String sentence() {
            return "generation %d serves".formatted(number);
        }
    }

    /** One with its files is being filled, to serve when it has caught up. */
    record Building(int number) implements GenerationStatus {

        @Override
        public String sentence() {
            return "generation %d is being built with the files of this instance".formatted(number);
        }
    }

    /** Another one serves, with other files: it applies nothing, and answers from its own while that is kept. */
    record Replaced(int serving, String reason) implements GenerationStatus {

        @Override
        public String sentence() {
            return reason;
        }
    }
}
