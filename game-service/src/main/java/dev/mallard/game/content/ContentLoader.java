package dev.mallard.game.content;

/** Reads the game data and checks it as a whole. */
public final class ContentLoader {

    private ContentLoader() {}

    /**
     * Reads all files of a source: armour, chat, crafting, drops, foods, materials, monsters,
     * objects, placeables, player, population, waves and weapons, each with the suffix {@code
     * .yaml}.
     *
     * @throws ContentException at the first fault; its message names file, entry and fault
     */
    public static GameContent load(ContentSource source) {
        ContentFiles files = new ContentFiles(source);
        ItemTables items = new ItemTables(files);
        WorldTables world = new WorldTables(files);
        RuleTables rules = new RuleTables(files);
        RuleTables.Drops drops = rules.drops();
        RuleTables.Crafting crafting = rules.crafting();
        GameTables tables =
                new GameTables(
                        rules.player(),
                        world.monsters(),
                        items.weapons(),
                        items.armour(),
                        items.foods(),
                        items.materials(),
                        world.objects(),
                        world.placeables(),
                        drops.rows(),
                        drops.weights(),
                        drops.boxes(),
                        crafting.upgradeRates(),
                        world.population(),
                        crafting.recipe(),
                        world.waves(),
                        rules.chat());
        GameContent content = new GameContent(tables);
        new ContentChecks(tables, content).check();
        return content;
    }
}
