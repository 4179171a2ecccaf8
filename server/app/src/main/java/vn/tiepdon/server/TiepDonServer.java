package vn.tiepdon.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The server's front door. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Modulithic(systemName = "Tiếp Đón")
public class TiepDonServer {

    public static void main(String[] args) {
        SpringApplication.run(TiepDonServer.class, args);
    }
}
