package io.countypulse.reporting.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One limit for the memory of all stores of the process, however many partitions it holds. */
public final class BoundedMemory implements RocksDBConfigSetter {

  private static final long ALL = 96L << 20;
  private static final long WRITE_BUFFERS = 48L << 20;
  private static final long WRITE_BUFFER = 8L << 20;

  private static final Cache CACHE;
  private static final WriteBufferManager BUFFERS;

  static {
    RocksDB.loadLibrary(); // this class may be loaded before the first store
    CACHE = new LRUCache(ALL);
    BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(WRITE_BUFFER);
  }

  /** The shared parts live as long as the process. */
  @Override
  public void close(String store, Options options) {}
}
