package io.huizong.contract.division;

/**
 * The level of an administrative division, highest first, so that {@link #compareTo} orders a parent before its
 * children.
 */
public enum Level {
    /** The whole country, code {@code CN}. */
    NATION,
    /** 省, 自治区, 直辖市: 2 digits. */
    PROVINCE,
    /** 地级市, 地区, 自治州, 盟: 4 digits. */
    PREFECTURE,
    /** 县, 县级市, 市辖区, 旗: 6 digits. */
    COUNTY,
    /** 乡, 镇, 街道 and what is counted like them: 9 digits. */
    TOWNSHIP;

    /** Whether a division of this level can have one of the other level below it. */
    public boolean isAbove(Level other) {
        return compareTo(other) < 0;
    }
}
