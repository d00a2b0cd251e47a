package io.huizong.local.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A jurisdiction and those above it.
 *
 * @param places the jurisdiction first, then nearest first up to the root
 */
record Chain(List<Place> places) {

    /** A jurisdiction by code and name. */
    record Place(String code, String name) {

        static Place of(JsonNode json) {
            return new Place(json.path("code").asText(), json.path("name").asText());
        }
    }

    static Chain of(JsonNode jurisdiction) {
        List<Place> places = new ArrayList<>(List.of(Place.of(jurisdiction)));
        jurisdiction.path("parents").forEach(parent -> places.add(Place.of(parent)));
        return new Chain(List.copyOf(places));
    }

    Place reporting() {
        return places.get(0);
    }

    List<Place> above() {
        return places.subList(1, places.size());
    }

    /** Adds who stands directly above whom. */
    void addTo(Map<String, String> parents) {
        for (int i = 1; i < places.size(); i++) {
            parents.put(places.get(i - 1).code(), places.get(i).code());
        }
    }
}
