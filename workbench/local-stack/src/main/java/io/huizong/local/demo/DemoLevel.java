package io.huizong.local.demo;

/** Levels of the divisions that reports are made up for. */
enum DemoLevel {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWNSHIP
}
