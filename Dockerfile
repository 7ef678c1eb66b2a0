# Cookie Gate in front of a site: docker build -t cookie-gate . &&
# docker run -p 8080:8080 -v "$PWD/config:/etc/cookie-gate:ro" cookie-gate

FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven binutils && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY config config
COPY src src
RUN mvn -B -q -DskipTests -Dspotless.check.skip -Djacoco.skip package
RUN bash src/image/runtime target/cookie-gate.jar /opt/cookie-gate

FROM ubuntu:24.04
RUN useradd --system --no-create-home --uid 10001 --shell /usr/sbin/nologin gate
COPY --from=build /opt/cookie-gate /opt/cookie-gate
COPY config /etc/cookie-gate
# The archive is valid for the jar at the path at which it was made, so both stages use one path.
WORKDIR /opt/cookie-gate
# Receipts of choices are kept here; mount a volume over it.
RUN install -d -o gate -m 700 /var/lib/cookie-gate
ENV STATE_DIRECTORY=/var/lib/cookie-gate
VOLUME /var/lib/cookie-gate
USER gate
EXPOSE 8080
# Why these options: src/docs/performance.md.
ENTRYPOINT ["/opt/cookie-gate/jre/bin/java", "-XX:AOTCache=/opt/cookie-gate/cookie-gate.aot", "-XX:+UseSerialGC", "-XX:TrimNativeHeapInterval=5000", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/cookie-gate/cookie-gate.jar"]
CMD ["run", "/etc/cookie-gate/gate.yaml"]
# Any answer of the gate to a request is a sign of life, also one that says that it knows no such site.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && head -c 5 <&3 | grep -q HTTP/"]
