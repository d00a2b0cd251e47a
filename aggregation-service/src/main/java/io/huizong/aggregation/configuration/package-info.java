/** What the service is given from outside: reference files and settings. */
package io.huizong.aggregation.configuration;
