package io.huizong.aggregation.generation;

import java.util.List;
import java.util.Optional;

import io.huizong.aggregation.generation.GenerationRows.Known;

/**
 * Decides what an instance does with the existing generations.
 *
 * @param files of the instance
 * @param last number of the last generation with these files that the instance has seen; null if it has seen none
 */
record GenerationChoice(GenerationFiles files, Integer last) {

    /** The status among those generations; empty if one has to be written down for it first. */
    Optional<GenerationStatus> among(List<Known> all) {
        Known serving = only(all, GenerationState.SERVING);
        if (serving == null || serving.isUnclaimed()) {
            return Optional.empty();
        }
        return switch (files.to(serving.files())) {
            case SAME -> Optional.of(new GenerationStatus.Serving(serving.number()));
            case OLDER, CONFLICTING -> Optional.of(waiting(all, serving));
            case NEWER -> begins(all, serving) ? Optional.empty() : Optional.of(waiting(all, serving));
        };
    }

    /** Whether these files are to take the place of the serving ones, and no generation for that is there yet. */
    private boolean begins(List<Known> all, Known serving) {
        Known building = only(all, GenerationState.BUILDING);
        boolean isFree = building == null || files.to(building.files()) == GenerationFiles.Relation.NEWER;
        return isFree && !isUnwanted(all, serving);
    }

    /** Whether somebody wanted it so: a later generation has taken the place of this one's, or its rebuild was ended. */
    private boolean isUnwanted(List<Known> all, Known serving) {
        return last != null
                && (last < serving.number()
                        || all.stream()
                                .anyMatch(known -> known.number() == last && known.state() == GenerationState.ENDED)
                        || isRemoved(all));
    }

    /** It is not there, and a later one is: the database did not go back to before it. */
    private boolean isRemoved(List<Known> all) {
        return all.stream().noneMatch(known -> known.number() == last)
                && all.stream().anyMatch(known -> known.number() > last);
    }

    private GenerationStatus waiting(List<Known> all, Known serving) {
        Known building = only(all, GenerationState.BUILDING);
        if (building != null && building.files().equals(files)) {
            return new GenerationStatus.Building(building.number());
        }
        return new GenerationStatus.Replaced(serving.number(), reason(all, serving, building));
    }

    private String reason(List<Known> all, Known serving, Known building) {
        GenerationFiles.Relation relation = files.to(serving.files());
        String edition = relation == GenerationFiles.Relation.OLDER
                ? "files of a newer edition"
                : relation == GenerationFiles.Relation.NEWER ? "files of an older edition" : "other files";
        return "generation %d serves with %s, the %s; this instance has the %s; %s"
                .formatted(serving.number(), edition, serving.files(), files, wayOut(all, serving, building, relation));
    }

    private String wayOut(List<Known> all, Known serving, Known building, GenerationFiles.Relation relation) {
        if (relation == GenerationFiles.Relation.NEWER && building != null && !isUnwanted(all, serving)) {
            return "generation %d is being built with the %s: DELETE /maintenance/rebuild ends it"
                    .formatted(building.number(), building.files());
        }
        return relation == GenerationFiles.Relation.NEWER
                ? "somebody has gone back to them or ended the rebuild: POST /maintenance/rebuild begins another"
                : "see 'Go back' in docs/operations.md";
    }

    private static Known only(List<Known> all, GenerationState state) {
        return all.stream().filter(known -> known.state() == state).findFirst().orElse(null);
    }
}
