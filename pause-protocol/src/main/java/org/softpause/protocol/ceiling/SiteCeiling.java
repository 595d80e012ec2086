package org.softpause.protocol.ceiling;

import java.util.Optional;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * How much a site may use, and what limits it.
 *
 * @param bps of its peak, 100..10000
 * @param allowedPflops ⌊peak · bps / 10000⌋
 * @param binding the pause or lapse that lowers it the most; none at 10000
 */
public record SiteCeiling(int bps, long allowedPflops, Optional<CeilingReduction> binding) {}
