package dev.mallard.game.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

    private final Inventory inventory = new Inventory(3, 10);

    @Test
    void stacksOrTakesTheLowestFreeSlot() {
        inventory.add(5, 1);
        inventory.add(6, 1);
        inventory.add(5, 2);
        inventory.remove(5, 3);
        inventory.add(7, 1);
        assertThat(inventory.slots())
                .containsExactly(new ItemStack(7, 1), new ItemStack(6, 1), ItemStack.EMPTY);
        assertThat(inventory.stacks()).containsExactly(new ItemStack(7, 1), new ItemStack(6, 1));
    }

    @Test
    void neverOverwrites() {
        inventory.add(1, 1);
        inventory.add(2, 1);
        inventory.add(3, 1);
        String before = inventory.toString();
        assertThat(inventory.fits(4, 1)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> inventory.add(4, 1));
        assertThatIllegalStateException().isThrownBy(() -> inventory.addSeparately(1, 1));
        assertThat(inventory).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false", "2147483647, false"})
    void aSlotHoldsNoMoreThanAStack(int count, boolean fits) {
        assertThat(inventory.fits(1, count)).isEqualTo(fits);
        inventory.add(2, 5);
        assertThat(inventory.fits(2, 5)).isTrue();
        assertThat(inventory.fits(2, 6)).isFalse();
        assertThat(inventory.fits(2, Integer.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -1", "1, -2147483648"})
    void thereIsNoNegativeStack(int code, int count) {
        assertThatIllegalStateException().isThrownBy(() -> inventory.add(code, count));
        assertThatIllegalStateException().isThrownBy(() -> inventory.addSeparately(code, count));
        assertThatIllegalStateException().isThrownBy(() -> inventory.remove(code, count));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroundItem(code, count, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ItemStack(code, count));
    }

    @Test
    void removesNoMoreThanThereIs() {
        inventory.add(1, 2);
        assertThatIllegalStateException().isThrownBy(() -> inventory.remove(1, 3));
        assertThatIllegalStateException().isThrownBy(() -> inventory.remove(2, 1));
        assertThat(inventory.count(1)).isEqualTo(2);
        assertThat(inventory.count(2)).isZero();
        assertThat(inventory.count(0)).isZero();
        assertThat(inventory.count(-7)).isZero();
    }

    @Test
    void aCopyIsItsOwn() {
        inventory.add(1, 2);
        Inventory copy = inventory.copy();
        copy.remove(1, 2);
        assertThat(inventory.count(1)).isEqualTo(2);
    }

    @Test
    void needsSlots() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Inventory(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Inventory(1, 0));
    }
}
