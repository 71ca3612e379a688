namespace Cryptocardium.Kernel.Replies;

// The numbers of recent replies by the hash of their key, for SQLite. Hashes are random, so an index that each command extends would write one
// page for each key; the pages of a batch become few when many keys are added to the index at once, in the order of hashes. An entry may name a
// row that was rolled back: the reader compares the key of the row.
internal sealed class RecentReplies
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, long> numbers = [];
    private long last;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return numbers.Count;
            }
        }
    }

    /// <summary>Must be called before the first reply is added.</summary>
    /// <param name="lastNumber">The number of the newest reply.</param>
    /// <param name="entries">The replies that are not in the index.</param>
    public void Load(long lastNumber, IEnumerable<ReplyNumber> entries)
    {
        lock (gate)
        {
            last = lastNumber;
            foreach (var entry in entries)
            {
                numbers[entry.Hash] = entry.No;
            }
        }
    }

    public long? Find(long hash)
    {
        lock (gate)
        {
            return numbers.TryGetValue(hash, out var no) ? no : null;
        }
    }

    /// <summary>Numbers a reply. A rollback leaves a gap.</summary>
    public long Add(long hash)
    {
        lock (gate)
        {
            return numbers[hash] = ++last;
        }
    }

    /// <summary>All entries in the order of hashes.</summary>
    public ReplyNumber[] Sorted()
    {
        ReplyNumber[] entries;
        lock (gate)
        {
            entries = [.. numbers.Select(entry => new ReplyNumber(entry.Key, entry.Value))];
        }

        Array.Sort(entries, static (a, b) => a.Hash.CompareTo(b.Hash));
        return entries;
    }

    /// <summary>Removes entries that the index has.</summary>
    public void Remove(IEnumerable<ReplyNumber> entries)
    {
        lock (gate)
        {
            foreach (var (hash, no) in entries)
            {
                if (numbers.TryGetValue(hash, out var current) && current == no)
                {
                    numbers.Remove(hash);
                }
            }
        }
    }
}
