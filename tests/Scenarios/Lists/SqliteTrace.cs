using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Lists;

// Records every statement that SQLite runs on one file. SQLite calls it for each opened connection, because the product opens its
// own. Only one trace can exist at a time, so tests that use one are in the collection of its name.
internal sealed class SqliteTrace : IDisposable
{
    private const string Library = "e_sqlite3";
    private const uint StatementBegins = 1;

    // A static field, because the pointer in SQLite does not keep the delegate alive.
    private static readonly Opened OnOpened = Open;
    private static readonly Traced OnTraced = Trace;
    private static readonly ConcurrentDictionary<nint, string> Files = new();

    private static SqliteTrace? listening;

    private readonly ConcurrentDictionary<(string File, string Sql), bool> heard = new();

    public SqliteTrace()
    {
        // The static constructor of Database configures SQLite, which must happen before any other call.
        RuntimeHelpers.RunClassConstructor(typeof(Database).TypeHandle);
        Assert.Null(Interlocked.CompareExchange(ref listening, this, null));
        Assert.Equal(0, AutoExtension(OnOpened));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Opened(nint database, nint message, nint routines);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Traced(uint kind, nint database, nint statement, nint text);

    /// <summary>Takes the queries on a file since the last call.</summary>
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
