using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Domain;

// A ledger account as its owner sees it. Name is the name of its class in the API.
internal sealed record VisibleAccount(long No, string Name, string? CardId, Mode Mode, bool IsDebit)
{
    public static VisibleAccount Of(long number, string code, string line, bool isDebit) => new(
        number, VisibleAccounts.NameOf(line) ?? line, VisibleAccounts.IsOfCard(line) ? code[(code.LastIndexOf(':') + 1)..] : null,
        (Mode)(number & 1), isDebit);
}
