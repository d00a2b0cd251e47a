package io.huizong.local.demo;

import java.math.BigDecimal;

/** A mistake, or something unusual, that the intake warns of and accepts. */
enum Slip {
    /** A stated rate that is not what its counts give. */
    RATE_OF_ANOTHER_TABLE {
        @Override
        void happenTo(Draft draft) {
            draft.state(SUCCESS_RATE, SUCCEEDED, MEDIATED);
            draft.statedRates.computeIfPresent(SUCCESS_RATE, (rate, stated) -> stated.subtract(BigDecimal.valueOf(2))
                    .abs());
        }
    },

    /** A rate as a fraction where a percentage is expected. */
    FRACTION {
        @Override
        void happenTo(Draft draft) {
            draft.statedRates.replaceAll((rate, stated) -> stated.movePointLeft(2));
        }
    },

    /** More concluded than received: some came in the year before. */
    CARRIED_OVER {
        @Override
        void happenTo(Draft draft) {
            DemoFigure received = draft.figures.get("petitions.received");
            if (received != null && received.isExact() && draft.figures.containsKey("petitions.concluded")) {
                draft.figures.put("petitions.concluded", received.percent(103));
            }
        }
    },

    /** Parts that do not add up to their sum. */
    FORGOTTEN_COMMITTEE {
        @Override
        void happenTo(Draft draft) {
            draft.figures.computeIfPresent(
                    "mediation.committees",
                    (indicator, figure) -> new DemoFigure(figure.value().add(BigDecimal.ONE), figure.qualifier()));
        }
    };

    private static final String SUCCESS_RATE = "mediation.success_rate";
    private static final String SUCCEEDED = "mediation.cases_succeeded";
    private static final String MEDIATED = "mediation.cases_mediated";

    abstract void happenTo(Draft draft);
}
