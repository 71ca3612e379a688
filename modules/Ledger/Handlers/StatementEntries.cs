using System.Buffers;
using System.IO.Pipelines;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Handlers;

// The entries of a month, oldest first: a page of them, or all as CSV.
internal sealed class StatementEntries(Unit unit, CustomerAccounts customer, EntryPages pages)
{
    public const string Csv = "text/csv";

    // As many as are read, formatted and sent at once.
    private const int LinesAtOnce = 1_000;

    public async ValueTask<Result<StatementPage>> Page(AccountId owner, Mode mode, Period period, PageQuery query)
    {
        var accounts = await customer.Of(owner, mode);
        var range = RangeOf(period);
        if (query.Cursor is { } cursor)
        {
            if (await pages.Find(owner, cursor) is not { } point || accounts.All(account => account.No != point.AccountNo))
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }

            range = range with { After = point };
        }

        return new StatementPage(accounts, EntryView.Page(await pages.Read(accounts, range, query.Size + 1), query.Size, accounts));
    }

    public async ValueTask<Download> Download(AccountId owner, Mode mode, Period period)
    {
        var accounts = await customer.Of(owner, mode);
        return new Download($"{Csv}; charset=utf-8", (output, cancellationToken) => Write(accounts, RangeOf(period), output, cancellationToken));
    }

    private static EntryRange RangeOf(Period period) =>
        new(period.Start.ToUnixTimeMilliseconds(), period.End.ToUnixTimeMilliseconds(), null, Descending: false);

    // Nothing leaves before the first lines are read, so that a failure there can still be answered.
    private async ValueTask Write(
        IReadOnlyList<CustomerAccount> accounts, EntryRange range, PipeWriter output, CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>();
        var csv = new EntryCsv(text, accounts);
        csv.WriteHeader();

        // Of the moment in which the accounts were read: what is posted while somebody reads, whatever its time, is left out.
        var entries = accounts.ToDictionary(account => account.No, account => account.EntryCount);
        bool isLast;
        do
        {
            var lines = await pages.Read(accounts, range, LinesAtOnce);
            foreach (var line in lines.Where(line => line.AccountSeq <= entries[line.AccountNo]))
            {
                csv.Write(line);
            }

            // Whoever reads slowly must not keep a database connection from the others.
            await unit.DisposeAsync();
            await output.WriteAsync(text.WrittenMemory, cancellationToken);
            text.ResetWrittenCount();
            isLast = lines.Count < LinesAtOnce;
            range = isLast ? range : range with { After = lines[^1].Point };
        }
        while (!isLast);
    }
}
