package io.huizong.intake.bulk;

/** Tracks the quotes of a row, byte by byte. */
interface Quotes {

    /** Quotes mean nothing. */
    Quotes NONE = new Quotes() {

        @Override
        public void read(byte octet) {
            // Means nothing.
        }

        @Override
        public boolean areOpen() {
            return false;
        }

        @Override
        public void reset() {
            // Nothing was kept.
        }
    };

    /** The next byte of the row. */
    void read(byte octet);

    /** Whether a line break here would be part of a cell. */
    boolean areOpen();

    /** A new row begins. */
    void reset();

    /** Quotes as RFC 4180 has them: around a whole cell, and twice within it. */
    final class OfCsv implements Quotes {

        private enum Place {
            BEFORE_CELL,
            IN_CELL,
            IN_QUOTES,
            AFTER_QUOTE
        }

        private Place place = Place.BEFORE_CELL;

        @Override
        public void read(byte octet) {
            place = switch (place) {
                case IN_QUOTES -> octet == '"' ? Place.AFTER_QUOTE : Place.IN_QUOTES;
                case BEFORE_CELL, AFTER_QUOTE -> octet == '"' ? Place.IN_QUOTES : unquoted(octet);
                case IN_CELL -> unquoted(octet);
            };
        }

        private static Place unquoted(byte octet) {
            return octet == ',' ? Place.BEFORE_CELL : Place.IN_CELL;
        }

        @Override
        public boolean areOpen() {
            return place == Place.IN_QUOTES;
        }

        @Override
        public void reset() {
            place = Place.BEFORE_CELL;
        }
    }
}
