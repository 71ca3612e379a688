using System.Buffers;
using System.IO.Pipelines;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.Ledger.Entries;
using Cryptocardium.V1;

namespace Cryptocardium.Ledger.Statements;

// Reads the entries of a month, oldest first: a page of them, or all as CSV.
internal sealed class StatementEntries(UnitOfWork unit, CustomerAccounts customer, EntryPages pages, EntryStream stream)
{
    public const string Csv = "text/csv";

    // The number of lines that one query reads and one write sends.
    private const int LinesPerWrite = 2_000;

    // Fewer, so that the first byte does not wait for as many lines.
    private const int FirstLines = 100;

    /// <returns>The month of the first entry of a customer; null when there is none.</returns>
    public ValueTask<Period?> FirstPeriod(AccountId owner, Mode mode) => pages.FirstPeriod(owner, mode);

    public async ValueTask<Result<LedgerEntryList>> Page(AccountId owner, Mode mode, Period period, PageQuery query)
    {
        var range = RangeOf(period);
        if (query.Cursor is { } cursor)
        {
            if (await pages.Find(owner, [mode], cursor) is not { } point)
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }

            range = range with { After = point };
        }

        return EntryView.Page(await pages.Read(new EntryFilter(RowFilter.OfAccount(owner), mode), range, query.Size + 1), query.Size);
    }

    public async ValueTask<Download> Download(AccountId owner, Mode mode, Period period)
    {
        var accounts = await customer.Page(owner, mode, 0, int.MaxValue);
        var key = OwnerKey.Of(owner.Value, mode);
        return new Download($"{Csv}; charset=utf-8", (output, cancellationToken) => Write(accounts, key, RangeOf(period), output, cancellationToken));
    }

    private static EntryRange RangeOf(Period period) =>
        new(period.Start.ToUnixTimeMilliseconds(), period.End.ToUnixTimeMilliseconds(), null, Descending: false);

    // Nothing is sent before the first lines are read, so that a failure until then still gets an error response. The next lines are read
    // while the last ones are sent.
    private async ValueTask Write(
        List<CustomerAccount> accounts, long ownerKey, EntryRange range, PipeWriter output, CancellationToken cancellationToken)
    {
        var (text, other) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        var csv = new EntryCsv(accounts);
        EntryCsv.WriteHeader(text);
        var sending = Task.FromResult(default(FlushResult));
        var lines = FirstLines;
        EntryPoint? last;
        do
        {
            last = await stream.Read(ownerKey, range, lines, row => csv.Write(row, text));

            // The connection is returned here, so that a slow client does not hold one.
            await unit.DisposeAsync();
            await sending;
            sending = output.WriteAsync(text.WrittenMemory, cancellationToken).AsTask();
            (text, other) = (other, text);
            text.ResetWrittenCount();
            range = range with { After = last };
            lines = LinesPerWrite;
        }
        while (last is not null);
        await sending;
    }
}
