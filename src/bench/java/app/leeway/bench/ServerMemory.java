package app.leeway.bench;

import com.sun.tools.attach.VirtualMachine;
import java.util.stream.LongStream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of the server's virtual machine, seen from outside. */
final class ServerMemory implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private ServerMemory(JMXConnector connector) throws Exception {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    static ServerMemory of(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
            return new ServerMemory(JMXConnectorFactory.connect(address));
        } finally {
            machine.detach();
        }
    }

    /** By the threads that live now, since they began. */
    double allocatedBytes() throws Exception {
        ObjectName threads = new ObjectName("java.lang:type=Threading");
        long[] ids = (long[]) server.getAttribute(threads, "AllThreadIds");
        long[] bytes =
                (long[])
                        server.invoke(
                                threads,
                                "getThreadAllocatedBytes",
                                new Object[] {ids},
                                new String[] {long[].class.getName()});
        return LongStream.of(bytes).filter(b -> b > 0).sum();
    }

    /** What is left after everything that nobody needs has been collected. */
    long liveBytes() throws Exception {
        ObjectName memory = new ObjectName("java.lang:type=Memory");
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            server.invoke(memory, "gc", null, null);
            CompositeData heap = (CompositeData) server.getAttribute(memory, "HeapMemoryUsage");
            least = Math.min(least, (Long) heap.get("used"));
        }
        return least;
    }

    @Override
    public void close() throws Exception {
        connector.close();
    }
}
