using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Tests;

/// <summary>
/// The pages of a SQLite file by table, counted by reading its B-trees, since the library has no table of them. Pages of indexes belong to
/// their table.
/// </summary>
public sealed class SqlitePages
{
    private const int HeaderBytes = 100;
    private const int InteriorIndex = 2;
    private const int InteriorTable = 5;
    private const int LeafIndex = 10;
    private const int LeafTable = 13;

    private readonly FileStream file;
    private readonly int pageSize;

    private SqlitePages(FileStream file)
    {
        this.file = file;
        pageSize = BinaryPrimitives.ReadUInt16BigEndian(Page(1, HeaderBytes).AsSpan(16));
    }

    /// <summary>
    /// The bytes of each table with its indexes, of one moment. Pages are counted in a copy of the database, because a server may write to the file
    /// meanwhile, and its newest pages are in the write-ahead log.
    /// </summary>
    /// <param name="path">The file.</param>
    public static Dictionary<string, long> BytesByTable(string path)
    {
        var directory = Directory.CreateTempSubdirectory("cryptocardium-pages-");
        try
        {
            var copy = Path.Combine(directory.FullName, "copy.db");
            var roots = Copy(path, copy);
            using var file = File.OpenRead(copy);
            var pages = new SqlitePages(file);
            return roots.GroupBy(root => root.Table).ToDictionary(
                group => group.Key, group => group.Sum(root => pages.Count(root.Root)) * pages.pageSize);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static List<(string Table, int Root)> Copy(string path, string target)
    {
        using var source = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        using var copy = new SqliteConnection($"Data Source={target};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        using var command = copy.CreateCommand();
        command.CommandText = "SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0";
        using var reader = command.ExecuteReader();
        var roots = new List<(string Table, int Root)>();
        while (reader.Read())
        {
            roots.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return roots;
    }

    private long Count(int number)
    {
        var page = Page(number, pageSize);
        var header = page.AsSpan(number == 1 ? HeaderBytes : 0);
        var kind = header[0];
        var isInterior = kind is InteriorIndex or InteriorTable;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(header[3..]);
        var pointers = header[(isInterior ? 12 : 8)..];
        var total = 1L;
        for (var i = 0; i < cells; i++)
        {
            var cell = page.AsSpan(BinaryPrimitives.ReadUInt16BigEndian(pointers[(2 * i)..]));
            if (isInterior)
            {
                total += Count(BinaryPrimitives.ReadInt32BigEndian(cell));
                cell = cell[4..];
            }

            total += kind == InteriorTable ? 0 : OverflowPages(Varint(cell), kind == LeafTable);
        }

        return isInterior ? total + Count(BinaryPrimitives.ReadInt32BigEndian(header[8..])) : kind is LeafIndex or LeafTable ? total
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Page {number} is no page of a B-tree."));
    }

    // The file format's rule for the part of a cell that stays in its page.
    private long OverflowPages(long payload, bool isTable)
    {
        var most = isTable ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23;
        if (payload <= most)
        {
            return 0;
        }

        var least = (pageSize - 12) * 32 / 255 - 23;
        var part = least + (payload - least) % (pageSize - 4);
        return (payload - (part <= most ? part : least) + pageSize - 5) / (pageSize - 4);
    }

    private static long Varint(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        for (var i = 0; i < 8; i++)
        {
            value = (value << 7) | (uint)(bytes[i] & 0x7f);
            if ((bytes[i] & 0x80) == 0)
            {
                return value;
            }
        }

        return (value << 8) | bytes[8];
    }

    private byte[] Page(int number, int size)
    {
        var page = new byte[size];
        file.Position = (long)(number - 1) * size;
        file.ReadExactly(page);
        return page;
    }
}
