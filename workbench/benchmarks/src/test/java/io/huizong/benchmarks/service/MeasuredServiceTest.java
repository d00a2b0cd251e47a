package io.huizong.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** What is measured is what the images run. */
class MeasuredServiceTest {

    private static final int POD_MEGABYTES = 768;

    @Test
    void services_have_the_heap_and_the_collector_of_the_images() throws IOException {
        String image = Files.readString(Path.of("../../deploy/Dockerfile"));

        assertThat(image).contains("-XX:MaxRAMPercentage=60 ");
        assertThat(MeasuredService.OPTIONS.get(0)).isEqualTo("-Xmx%dm".formatted(POD_MEGABYTES * 60 / 100));
        assertThat(MeasuredService.OPTIONS.stream().skip(1)).isNotEmpty().allSatisfy(flag -> assertThat(image)
                .contains(flag + " "));
    }
}
