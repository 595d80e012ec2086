package org.softpause.authz.committee.web;

import java.util.List;
import org.softpause.authz.committee.Enrolment;
import org.softpause.authz.committee.EnrolmentCodeService;
import org.softpause.authz.system.AdminApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** {@code /admin/enrolment-codes}, on the management port. */
@AdminApi
class EnrolmentCodeApi {
  private final EnrolmentCodeService codes;

  EnrolmentCodeApi(EnrolmentCodeService codes) {
    this.codes = codes;
  }

  @PostMapping(path = "/admin/enrolment-codes", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Issued issue(@RequestBody Request request) {
    return new Issued(codes.issue(new Enrolment(request.name(), request.regions())));
  }

  record Request(String name, List<Integer> regions) {}

  record Issued(String code) {}
}
