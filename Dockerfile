FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -q -B -ntp dependency:go-offline || true
COPY frontend frontend
COPY src src
RUN ./mvnw -q -B -ntp -DskipTests -Dspotless.check.skip package \
    && java -Djarmode=tools -jar target/latchkey.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /latchkey
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "org.springframework.boot.loader.launch.JarLauncher"]
