/** Reference files that the service is given from outside. */
package io.huizong.aggregation.configuration;
