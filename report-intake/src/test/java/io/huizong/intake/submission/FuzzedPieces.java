package io.huizong.intake.submission;

import java.util.Arrays;
import java.util.Random;

/** What fuzzed bodies are made of: values, codes and periods that someone might write, and damage. */
final class FuzzedPieces {

    private static final String[] VALUES = {
        "0",
        "-1",
        "1.5",
        "1e15",
        "1e16",
        "1e400",
        "-0",
        "1e999999999",
        "1e-999999999",
        "1e99999999999",
        "0.001",
        "\"\"",
        "\"53\"",
        "null",
        "true",
        "[]",
        "{}",
        "[1]",
        "{\"value\": 3}",
        "{\"value\": 3, \"qualifier\": \"ABOUT\"}",
        "{\"value\": -3, \"qualifier\": \"ABOUT\"}",
        "{\"value\": 3, \"qualifier\": null}",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"WHOLE_AREA\"",
        "\"2021\"",
        "01",
        "NaN",
        "'x'",
        "+1",
        ".5",
        "1."
    };
    private static final String[] CODES = {
        "53",
        "530000",
        "5301",
        "530100",
        "530181",
        "530181000",
        "530181000000",
        "530181009",
        "530181009000",
        "CN",
        "1101",
        "110100",
        "110100000000",
        "11",
        "4690",
        "419001",
        "350527",
        "350527000",
        "999999",
        "5",
        "五",
        "530181 ",
        "cn"
    };
    private static final String[] PERIODS = {
        "2021", "2021-H1", "2021-H3", "2021-Q4", "2021-12", "2021-13", "1948", "1949", "9999", "2021-", "２０２１", "2021-1"
    };
    private static final byte[][] DAMAGE = {
        {0},
        {'"'},
        {'\n'},
        {'\r'},
        {','},
        {(byte) 0x81},
        {(byte) 0xFF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xC0, (byte) 0x80}
    };

    private final Random random;

    FuzzedPieces(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to that number, which is left out. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** A number, or what might be taken for one, as JSON. */
    String value() {
        return one(VALUES);
    }

    String code() {
        return one(CODES);
    }

    String period() {
        return one(PERIODS);
    }

    /** A number, now and then of very many digits. */
    String digits() {
        int length = 1 + below(oneIn(5) ? 1500 : 20);
        StringBuilder digits = new StringBuilder(oneIn(4) ? "-" : "").append(1 + below(9));
        while (digits.length() < length) {
            digits.append(below(10));
        }
        return oneIn(3) ? digits.append('.').append(below(1000)).toString() : digits.toString();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** These bytes with some overwritten, some put in, and perhaps without their end. */
    byte[] damaged(byte[] whole) {
        byte[] bytes = whole;
        for (int damage = 1 + below(3); damage > 0 && bytes.length > 0; damage--) {
            int at = below(bytes.length);
            if (oneIn(2)) {
                bytes = bytes.clone();
                bytes[at] = (byte) random.nextInt();
            } else {
                bytes = with(DAMAGE[below(DAMAGE.length)], at, bytes);
            }
        }
        return oneIn(2) || bytes.length == 0 ? bytes : Arrays.copyOf(bytes, below(bytes.length));
    }

    private static byte[] with(byte[] more, int at, byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
