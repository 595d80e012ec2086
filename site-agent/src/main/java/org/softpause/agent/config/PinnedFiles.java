package org.softpause.agent.config;

import java.nio.file.Path;
import org.softpause.protocol.json.ObjectReader;

/**
 * The files that enrolment reads, checks and pins.
 *
 * @param deployment the deployment file of the registry
 * @param serviceKey public JWK of the token service
 * @param siteRecord JWS of the site record
 * @param jurisdictionKey public JWK of the jurisdiction that signed the site record
 */
public record PinnedFiles(Path deployment, Path serviceKey, Path siteRecord, Path jurisdictionKey) {
  static PinnedFiles decode(ObjectReader reader, Path folder) {
    return new PinnedFiles(
        reader.value("deployment", folder::resolve),
        reader.value("serviceKey", folder::resolve),
        reader.value("siteRecord", folder::resolve),
        reader.value("jurisdictionKey", folder::resolve));
  }
}
