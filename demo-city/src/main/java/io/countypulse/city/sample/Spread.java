package io.countypulse.city.sample;

/** Some of many rows, evenly spread; others in each round. */
record Spread(int rows, int chosen, int round) {

  Spread {
    if (chosen < 0 || chosen > rows) {
      throw new IllegalArgumentException(chosen + " of " + rows + " rows");
    }
  }

  boolean includes(int row) {
    int stride = chosen == 0 ? rows + 1 : rows / chosen;
    return row % stride == round % stride && row / stride < chosen;
  }
}
