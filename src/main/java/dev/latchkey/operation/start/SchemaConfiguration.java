package dev.latchkey.operation.start;

import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Spring Boot's Liquibase behind {@link GuardedLiquibase}, in the server and in commands that may change the schema. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfiguration {

    @Bean
    static BeanPostProcessor liquibaseGuard() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof SpringLiquibase liquibase ? new GuardedLiquibase(liquibase) : bean;
            }
        };
    }
}
