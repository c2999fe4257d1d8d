# Each base is pinned to a version and to the digest of its index of platforms. Both must be the same JDK: the AOT cache is
# made by the JVM that will use it.
ARG BUILD_BASE=eclipse-temurin:25.0.4.1_1-jdk-noble@sha256:0d623ea18d7b0fe1e12a2c0a920f7e950cad433387e5a49d3611e1507fa07602
ARG RUNTIME_BASE=eclipse-temurin:25.0.4.1_1-jre-noble@sha256:398f810215757dc1926390014272579fb0e57c41ef1c8aa4f64ae761613a168b

FROM ${BUILD_BASE} AS build
# Seconds since 1970; the date of everything in the jar, so that the same sources give the same jar. The pom has a default
ARG SOURCE_DATE_EPOCH
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY frontend frontend
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -ntp -Dmaven.test.skip -Dmdep.skip -Dspotless.check.skip package
# Not with --launcher: its class loader keeps the application's classes out of the AOT cache
RUN java -Djarmode=tools -jar target/latchkey.jar extract --layers --destination layers

FROM ${RUNTIME_BASE} AS application
WORKDIR /latchkey
# What changes least comes first
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chmod=0555 container/health ./

FROM application AS training
COPY --chmod=0555 container/train ./
RUN ./train

FROM application
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Latchkey" \
      org.opencontainers.image.description="Two-factor authentication on an organisation's account" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=training /latchkey/latchkey.aot ./
# An empty volume mounted here belongs to the user below, who can then create the keyset in it
RUN install -d -o 10001 -g 10001 -m 0700 /keys
# Any other user and group can run it too: it reads what everybody may read, and writes to /tmp alone
USER 10001:10001
# Health and metrics, for this container only; Kubernetes probes need MANAGEMENT_SERVER_ADDRESS=0.0.0.0
ENV MANAGEMENT_SERVER_PORT=8081 \
    MANAGEMENT_SERVER_ADDRESS=127.0.0.1
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s --retries=3 CMD ["/latchkey/health"]
# The heap gets half of the memory limit: classes, code, threads and buffers need about 250 MB next to it
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:AOTCache=/latchkey/latchkey.aot", "-jar", "/latchkey/latchkey.jar"]
