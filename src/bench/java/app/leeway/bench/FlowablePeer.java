package app.leeway.bench;

import app.leeway.support.BenchStack;
import app.leeway.support.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * The same exception in a workflow engine, embedded: a process with its variables, a task for a
 * group, and a timer on it; history at the level of an audit. No HTTP, no token, no verdict, no
 * budget.
 */
final class FlowablePeer implements AutoCloseable {
    private static final String GROUP = "deciders";
    private static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:flowable="http://flowable.org/bpmn" targetNamespace="leeway.bench">
              <process id="exception">
                <startEvent id="asked"/>
                <sequenceFlow id="a" sourceRef="asked" targetRef="decide"/>
                <userTask id="decide" name="Decide" flowable:candidateGroups="deciders" flowable:dueDate="${due}"/>
                <boundaryEvent id="late" attachedToRef="decide" cancelActivity="false">
                  <timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition>
                </boundaryEvent>
                <sequenceFlow id="b" sourceRef="late" targetRef="escalated"/>
                <endEvent id="escalated"/>
                <sequenceFlow id="c" sourceRef="decide" targetRef="decided"/>
                <endEvent id="decided"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;

    private FlowablePeer(ProcessEngine engine) {
        this.engine = engine;
    }

    /** In a database of its own beside Leeway's, on the same server. */
    static FlowablePeer beside(BenchStack stack, int clients) throws SQLException {
        Database leeway = stack.database();
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE flowable OWNER leeway");
        }
        StandaloneProcessEngineConfiguration configuration =
                new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(leeway.url().replaceFirst("/[^/?]*(\\?|$)", "/flowable$1"));
        configuration.setJdbcUsername(leeway.user());
        configuration.setJdbcPassword(leeway.password());
        // It numbers what it writes over a second connection while it holds the first.
        configuration.setJdbcMaxActiveConnections(3 * clients);
        configuration.setJdbcMaxIdleConnections(3 * clients);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setAsyncExecutorActivate(false); // its timers never fall due here
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("exception.bpmn20.xml", PROCESS)
                .deploy();
        return new FlowablePeer(engine);
    }

    Peer peer() {
        return new Peer("Flowable, embedded", caller -> new Asked(this));
    }

    /** The id of a process that waits. */
    String open() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "exception",
                        Map.of(
                                "kind", "goodwill",
                                "customer",
                                        BenchCompany.customer(
                                                ThreadLocalRandom.current()
                                                        .nextInt(BenchCompany.CUSTOMERS)),
                                "amount", "700.00",
                                "site", "site-1",
                                "requester", "giver-1-1",
                                "occasion", "late arrival of the room, bottle of wine",
                                "due", Date.from(Instant.now().plusSeconds(14_400))))
                .getId();
    }

    private boolean decide(String process) {
        List<Task> inbox =
                engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup(GROUP)
                        .includeProcessVariables()
                        .orderByTaskDueDate()
                        .asc()
                        .listPage(0, 25);
        Task card =
                engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(process)
                        .includeProcessVariables()
                        .singleResult();
        engine.getTaskService().complete(card.getId(), Map.of("yes", true));
        return inbox.size() == 25;
    }

    @Override
    public void close() {
        engine.close();
    }

    private record Asked(FlowablePeer peer) implements Call {

        @Override
        public boolean run() {
            return peer.decide(peer.open());
        }

        @Override
        public void close() {
            // the engine is everybody's
        }
    }
}
