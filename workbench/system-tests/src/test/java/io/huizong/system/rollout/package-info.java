/** Instances that are stopped and replaced under load, as when a new version is rolled out. */
package io.huizong.system.rollout;
