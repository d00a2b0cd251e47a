package io.huizong.aggregation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.huizong.aggregation.offset.StoredOffsets;

/** How one generation follows another. */
@ApplicationScoped
public class GenerationSwitch {

    private static final Logger LOG = Logger.getLogger(GenerationSwitch.class);

    private final GenerationRows rows;
    private final Generations generations;
    private final CatalogKinds kinds;
    private final StoredOffsets offsets;
    private final TableStamps stamps;
    private final Clock clock = Clock.systemUTC();

    GenerationSwitch(
            GenerationRows rows,
            Generations generations,
            CatalogKinds kinds,
            StoredOffsets offsets,
            TableStamps stamps) {
        this.rows = rows;
        this.generations = generations;
        this.kinds = kinds;
        this.offsets = offsets;
        this.stamps = stamps;
    }

    /**
     * Begins a generation that is to be filled with the files of this instance.
     *
     * @return its number; empty if one is being filled already
     * @throws io.quarkus.runtime.configuration.ConfigurationException if the catalog cannot follow that of the serving one
     */
    @Transactional
    public Optional<Integer> begin() {
        List<GenerationRow> all = rows.lockAll();
        return only(all, GenerationState.BUILDING) == null ? Optional.of(begin(all)) : Optional.empty();
    }

    private int begin(List<GenerationRow> all) {
        kinds.checkAgainst(only(all, GenerationState.SERVING).kinds);
        GenerationRow next = made(all, GenerationState.BUILDING);
        rows.persist(next);
        return next.number;
    }

    /**
     * Ends the generation that is being filled, whatever its files.
     *
     * @return its number; empty if none is being filled
     */
    @Transactional
    public Optional<Integer> end() {
        GenerationRow building = only(rows.lockAll(), GenerationState.BUILDING);
        if (building == null) {
            return Optional.empty();
        }
        building.state = GenerationState.ENDED;
        LOG.infof("Generation %d ends: somebody ended its rebuild", building.number);
        return Optional.of(building.number);
    }

    /**
     * How this instance stands to the generations, read without a lock: nobody who applies reports waits for it.
     *
     * @param last number of the last generation with its files that it has seen; null if it has seen none
     * @return empty if one has to be written down, see {@link #claim}
     * @throws io.quarkus.runtime.configuration.ConfigurationException if its files contradict those of the serving generation
     */
    @Transactional
    public Optional<GenerationStatus> check(Integer last) {
        List<GenerationRows.Known> all = rows.known();
        all.stream()
                .filter(known -> known.state() == GenerationState.SERVING && !known.isUnclaimed())
                .filter(known -> generations.files().to(known.files()) == GenerationFiles.Relation.CONFLICTING)
                .findFirst()
                .ifPresent(serving -> {
                    throw kinds.contradiction(generations.files(), serving.files());
                });
        return new GenerationChoice(generations.files(), last).among(all);
    }

    /**
     * Writes down the generation that this instance needs: a new database gets its first one, and files of a newer edition than
     * the serving one's begin another.
     *
     * @param last as in {@link #check}
     * @return empty if another instance has written something down meanwhile
     * @throws io.quarkus.runtime.configuration.ConfigurationException if the catalog cannot follow that of the serving one
     */
    @Transactional
    public Optional<GenerationStatus> claim(Integer last) {
        List<GenerationRow> all = rows.lockAll();
        GenerationChoice choice = new GenerationChoice(generations.files(), last);
        if (choice.among(rows.known()).isPresent()) {
            return Optional.empty();
        }
        GenerationRow serving = only(all, GenerationState.SERVING);
        if (serving == null) {
            // The tables were emptied by hand, this one too; a dump that is being loaded is not taken for that.
            stamps.renew();
            rows.persist(made(all, GenerationState.SERVING));
        } else if (serving.divisions == null) {
            serving.claim(generations.files(), kinds.json());
        } else {
            GenerationRow older = only(all, GenerationState.BUILDING);
            if (older != null) {
                LOG.infof("Generation %d ends: it would have older files, the %s", older.number, older.files());
                older.state = GenerationState.ENDED;
            }
            begin(all);
        }
        return choice.among(rows.known());
    }

    private GenerationRow made(List<GenerationRow> all, GenerationState state) {
        GenerationRow made = new GenerationRow();
        made.number = all.isEmpty() ? 1 : all.get(all.size() - 1).number + 1;
        made.state = state;
        made.claim(generations.files(), kinds.json());
        return made;
    }

    /**
     * Lets the generation that is being filled serve. Nothing is applied meanwhile, so that it reaches the end of the
     * topic even while reports arrive.
     *
     * @param ends the end of each partition of the topic; asked when nobody applies anything any more
     * @param last takes in what comes next in the topic; false if nothing came
     * @return whether it serves now; false if it was not being filled any more
     * @throws IllegalStateException if the topic did not deliver what is lacking; the generation is then as it was
     *     before
     * @throws TornTablesException if the tables do not belong together, likewise
     */
    @Transactional
    public boolean takeOver(int building, String topicId, Supplier<Map<Integer, Long>> ends, BooleanSupplier last) {
        List<GenerationRow> all = rows.lockAll();
        GenerationRow successor = only(all, GenerationState.BUILDING);
        if (successor == null || successor.number != building) {
            return false;
        }
        Map<Integer, Long> needed = ends.get();
        while (offsets.lag(building, topicId, needed) > 0) {
            if (!last.getAsBoolean()) {
                throw new IllegalStateException(
                        "The topic does not deliver the last records that generation %d lacks".formatted(building));
            }
        }
        stamps.renew();
        GenerationRow serving = only(all, GenerationState.SERVING);
        serving.state = GenerationState.RETIRED;
        serving.retiredAt = Instant.now(clock);
        successor.state = GenerationState.SERVING;
        return true;
    }

    private static GenerationRow only(List<GenerationRow> all, GenerationState state) {
        return all.stream().filter(row -> row.state == state).findFirst().orElse(null);
    }
}
