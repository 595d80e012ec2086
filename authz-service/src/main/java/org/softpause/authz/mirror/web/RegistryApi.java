package org.softpause.authz.mirror.web;

import java.util.Map;
import java.util.TreeMap;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonBoolean;
import org.softpause.protocol.json.JsonObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/registry}: the deployment, and whether a drill of each mandate is final. */
@RestController
class RegistryApi {
  private final ServedRegistry registry;
  private final RegistryMirror mirror;

  RegistryApi(ServedRegistry registry, RegistryMirror mirror) {
    this.registry = registry;
    this.mirror = mirror;
  }

  @GetMapping("/v1/registry")
  JsonObject get() {
    Map<String, Json> members = new TreeMap<>(registry.require().toJson().members());
    members.put("live", new JsonBoolean(mirror.finalised().live()));
    return new JsonObject(members);
  }
}
