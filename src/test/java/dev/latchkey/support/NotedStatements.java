package dev.latchkey.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements that requests and tests have the database prepare; work in the background is left out. */
public final class NotedStatements implements BeanPostProcessor {

    private static final Pattern FOREGROUND = Pattern.compile("http-.*|tomcat-handler-.*|main");

    private final BlockingQueue<String> noted = new LinkedBlockingQueue<>();

    /** The statements since this was last asked, in order. */
    public List<String> taken() {
        var taken = new ArrayList<String>();
        noted.drainTo(taken);
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Noting(database) : bean;
    }

    private static boolean isInForeground() {
        return FOREGROUND.matcher(Thread.currentThread().getName()).matches();
    }

    private final class Noting extends DelegatingDataSource {

        private Noting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && isInForeground()) {
                            noted.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
