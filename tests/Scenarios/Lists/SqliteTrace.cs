using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

// Hears every statement that SQLite runs on one file, whoever sent it. It has itself called by SQLite for each connection that is opened,
// since the product opens its own. There can be one at a time: tests that have one are of the collection of its name.
internal sealed class SqliteTrace : IDisposable
{
    private const string Library = "e_sqlite3";
    private const uint StatementBegins = 1;

    // Held here, since SQLite's pointer to it keeps nothing alive.
    private static readonly Opened OnOpened = Open;
    private static readonly Traced OnTraced = Trace;
    private static readonly ConcurrentDictionary<nint, string> Files = new();

    private static SqliteTrace? listening;

    private readonly ConcurrentDictionary<(string File, string Sql), bool> heard = new();

    public SqliteTrace()
    {
        // What it says to SQLite must be said before anything else is.
        RuntimeHelpers.RunClassConstructor(typeof(Database).TypeHandle);
        Assert.Null(Interlocked.CompareExchange(ref listening, this, null));
        Assert.Equal(0, AutoExtension(OnOpened));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Opened(nint database, nint message, nint routines);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Traced(uint kind, nint database, nint statement, nint text);

    /// <summary>The queries that were run on a file since they were last taken.</summary>
    public IReadOnlyList<string> Take(string file)
    {
        var queries = heard.Keys.Where(each => each.File == file && each.Sql.StartsWith("SELECT", StringComparison.Ordinal)).Select(each => each.Sql).ToList();
        heard.Clear();
        return queries;
    }

    public void Dispose()
    {
        listening = null;
        _ = CancelAutoExtension(OnOpened);
    }

    private static int Open(nint database, nint message, nint routines)
    {
        Files[database] = Marshal.PtrToStringUTF8(FileName(database, 0)) ?? "";
        return TraceWith(database, StatementBegins, OnTraced, database);
    }

    private static int Trace(uint kind, nint database, nint statement, nint text)
    {
        listening?.heard.TryAdd((Files[database], Marshal.PtrToStringUTF8(text) ?? ""), true);
        return 0;
    }

    [DllImport(Library, EntryPoint = "sqlite3_auto_extension", CallingConvention = CallingConvention.Cdecl)]
    private static extern int AutoExtension(Opened opened);

    [DllImport(Library, EntryPoint = "sqlite3_cancel_auto_extension", CallingConvention = CallingConvention.Cdecl)]
    private static extern int CancelAutoExtension(Opened opened);

    [DllImport(Library, EntryPoint = "sqlite3_db_filename", CallingConvention = CallingConvention.Cdecl)]
    private static extern nint FileName(nint database, nint name);

    [DllImport(Library, EntryPoint = "sqlite3_trace_v2", CallingConvention = CallingConvention.Cdecl)]
    private static extern int TraceWith(nint database, uint kinds, Traced traced, nint context);
}
