package io.countypulse.reporting.topology;

import io.countypulse.reporting.contribution.Residence;
import io.countypulse.reporting.contribution.Spell;
import io.countypulse.reporting.contribution.Worker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A stored person. */
final class WorkerForm {

  private WorkerForm() {}

  static void write(Worker worker, Packing to) {
    to.residence(worker.residence()).flag(worker.wantsNoWork()).number(worker.spells().size());
    for (Spell spell : worker.spells()) {
      to.number(spell.start()).number(spell.end()).flag(spell.outOfProvince());
    }
  }

  static Worker read(long version, ByteBuffer from) {
    Residence residence = Packing.residence(from);
    boolean wantsNoWork = Packing.flag(from);
    int count = from.getInt();
    List<Spell> spells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      spells.add(new Spell(from.getInt(), from.getInt(), Packing.flag(from)));
    }
    return new Worker(version, residence, wantsNoWork, spells);
  }
}
