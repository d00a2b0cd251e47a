package io.huizong.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTimesTest {

    @Test
    void what_this_process_uses_is_the_senders() {
        CpuTimes begin = CpuTimes.now();
        long end = System.nanoTime() + 100_000_000;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(sum + 1);
        }

        assertThat(CpuTimes.now().since(begin)).as("after %s", sum).contains("sender 0.");
    }

    @Test
    void who_has_used_nothing_is_left_out() {
        CpuTimes times = CpuTimes.now();

        assertThat(times.since(times)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "java -Dkafka.bootstrap.servers=x -jar ../../report-intake/target/quarkus-app/quarkus-run.jar, intake",
        "java -Dkafka.bootstrap.servers=x -jar ../../workbench/barest-intake/target/quarkus-app/quarkus-run.jar, barest intake",
        "java -Dkafka.bootstrap.servers=x -jar ../../aggregation-service/target/quarkus-app/quarkus-run.jar, aggregation",
        "/opt/mariadb/bin/mariadbd --defaults-file=/tmp/my.cnf, database",
        "java -cp kafka_2.13.jar kafka.Kafka /tmp/server.properties, brokers",
        "/bin/true, others"
    })
    void processes_are_told_apart_by_their_command_lines(String commandLine, String part) {
        assertThat(CpuTimes.part(commandLine)).isEqualTo(part);
    }

    @Test
    void only_compilers_count_as_compilers() {
        String fields = " S 1 1 1 0 -1 4194304 0 0 0 0 250 30 0 0 20 0 40 0 100";

        assertThat(CpuTimes.compilerTicks("7 (C2 CompilerThre)" + fields)).isEqualTo(280);
        assertThat(CpuTimes.compilerTicks("7 (executor-thread)" + fields)).isZero();
    }
}
