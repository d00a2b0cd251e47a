package io.huizong.aggregation.query.lookup;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.commons.security.Role;
import io.huizong.contract.Bilingual;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;

/** The indicator catalog. */
@Path("/indicators")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
@ReadEndpoint
class IndicatorResource {

    private final List<IndicatorEntry> indicators;

    IndicatorResource(IndicatorCatalog catalog) {
        this.indicators = catalog.all().stream().map(IndicatorEntry::of).toList();
    }

    @GET
    @Operation(summary = "All indicators, in the order of the catalog")
    public List<IndicatorEntry> indicators() {
        return indicators;
    }

    /**
     * An entry of the catalog.
     *
     * @param of for a rate {@code numerator/denominator}, for a total {@code a+b}, else left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IndicatorEntry(String code, IndicatorKind kind, Bilingual label, Bilingual unit, String of) {

        static IndicatorEntry of(Indicator indicator) {
            return new IndicatorEntry(
                    indicator.code(), indicator.kind(), indicator.label(), indicator.unit(), indicator.of());
        }
    }
}
