/** What the meters of both services have in common. */
package io.huizong.commons.metrics;
