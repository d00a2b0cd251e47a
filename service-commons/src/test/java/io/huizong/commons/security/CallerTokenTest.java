package io.huizong.commons.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.division.DivisionTree;

/** A token gives rights on the jurisdictions that it names and on all below; a claim of another shape gives none. */
class CallerTokenTest {

    private static final DivisionTree TREE = DivisionTree.bundled();

    @Test
    void a_right_covers_the_jurisdiction_and_all_below_it() {
        JurisdictionClaim claim = claim("{\"sub\": \"a\", \"jurisdictions\": [\"5301\", \"110101000000\"]}");

        assertThat(covered(claim, "5301", "530181", "530181009", "110101", "110101001"))
                .containsOnly(true);
        assertThat(covered(claim, "53", "CN", "5303", "110102")).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\": \"a\"}",
                "{\"sub\": \"a\", \"jurisdictions\": null}",
                "{\"sub\": \"a\", \"jurisdictions\": \"CN\"}",
                "{\"sub\": \"a\", \"jurisdictions\": {\"CN\": true}}",
                "{\"sub\": \"a\", \"jurisdictions\": 53}",
                "{\"sub\": \"a\", \"jurisdictions\": []}",
                "{\"sub\": \"a\", \"jurisdictions\": [53.5, null, {}, \"999999\"]}"
            })
    void a_claim_of_another_shape_gives_no_right(String claims) {
        assertThat(covered(claim(claims), "CN", "53", "530181")).containsOnly(false);
    }

    @Test
    void sentences_show_the_first_ten_codes() {
        assertThat(JurisdictionClaim.NONE).hasToString("-");
        assertThat(JurisdictionClaim.of(List.of("53", "11"))).hasToString("11, 53");
        assertThat(JurisdictionClaim.of(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")))
                .asString()
                .endsWith(", …");
    }

    private static JurisdictionClaim claim(String claims) {
        try {
            return CallerToken.of(JwtClaims.parse(claims)).jurisdictions();
        } catch (InvalidJwtException e) {
            throw new IllegalArgumentException(claims, e);
        }
    }

    private static List<Boolean> covered(JurisdictionClaim claim, String... codes) {
        return Stream.of(codes)
                .map(code -> claim.covers(TREE.get(code).orElseThrow(), TREE))
                .toList();
    }
}
