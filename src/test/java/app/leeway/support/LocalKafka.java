package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker of Apache Kafka, as it comes from Maven Central, in a process of its own. */
public final class LocalKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLUSTER = "bGVld2F5LXRlc3RzLTAwMA";

    private final int port;
    private final ServerProcess process;
    private final Admin admin;

    private LocalKafka(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()));
    }

    /**
     * @param name of its folder below {@code target}
     */
    public static LocalKafka started(String name) {
        Path home = WorkDir.ofTests(name).home();
        RunningLeeway.empty(home);
        int port = Port.free("kafka").number();
        Path settings = settings(home, port);
        run(home, "format", "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings)
                .awaitEndWell();
        LocalKafka kafka = new LocalKafka(port, run(home, "broker", "kafka.Kafka", settings));
        try {
            Waiting.until("the broker answers", PATIENCE, kafka::answers);
            return kafka;
        } catch (AssertionError e) {
            kafka.close();
            throw e;
        }
    }

    /** As clients are told of it. */
    public String servers() {
        return "localhost:" + port;
    }

    public void makeTopic(String topic, int partitions) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Somebody who sends to it. */
    public KafkaProducer<String, String> producer() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", servers());
        properties.put("linger.ms", "5");
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /** How many records of the topic the group has not said to have taken. */
    public long lag(String group, String topic) {
        try {
            Map<TopicPartition, OffsetAndMetadata> taken =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            Map<TopicPartition, OffsetSpec> latest =
                    admin
                            .describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            p -> new TopicPartition(topic, p.partition()),
                                            p -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(taken.get(end.getKey())))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static long offset(OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
        process.close();
    }

    private boolean answers() {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false; // not yet
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static ServerProcess run(Path home, String log, Object... arguments) {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path")));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return ServerProcess.start("Kafka", command, home, Map.of(), home.resolve(log + ".log"));
    }

    private static Path settings(Path home, int port) {
        int controller = Port.free("kafka.controller").number();
        String text =
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """
                        .formatted(port, controller, home.resolve("data"));
        try {
            Files.createDirectories(home);
            return Files.writeString(
                    home.resolve("server.properties"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
