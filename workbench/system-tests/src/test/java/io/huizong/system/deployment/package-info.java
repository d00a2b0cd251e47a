/** What is under {@code deploy/} and {@code docker-compose.yml} fits the services, as far as that shows without containers. */
package io.huizong.system.deployment;
