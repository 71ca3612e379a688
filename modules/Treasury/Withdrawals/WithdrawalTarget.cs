using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Withdrawals;

// Checks the target address of a withdrawal. Money sent to a wrong address is lost, so the error says why an address is invalid.
internal sealed class WithdrawalTarget(UnitOfWork unit, ChainCatalog chains, ChainRails rails, DenyList denyList)
{
    // Seconds; an operator has to repair the deny-list.
    private const int RetryAfter = 60;

    public static Error Unavailable => new(Errors.WithdrawalsUnavailable) { RetryAfterSeconds = RetryAfter };

    // Returns the address in the notation of the chain.
    public async ValueTask<Result<string>> Check(Chain chain, string text)
    {
        var flaw = AddressText.Read(text, out var format, out var address);
        if (flaw is not null || format != chain.Format)
        {
            return Invalid(Hint(chain, format, flaw));
        }

        if (await ReasonAgainst(address) is { } reason)
        {
            return Invalid(reason);
        }

        return denyList.Judge(address) switch
        {
            DenyVerdict.Allowed => address.Text(chain.Format),
            DenyVerdict.Denied => new Error(Errors.AddressBlocked) { Param = "address" },
            _ => Unavailable,
        };
    }

    private static Error Invalid(string hint) => new(Errors.InvalidAddress) { Param = "address", Hint = hint };

    private static string Hint(Chain chain, AddressFormat? format, AddressFlaw? flaw) => (format, flaw) switch
    {
        (AddressFormat.Tron, null) => "This is a tron address.",
        (AddressFormat.Ethereum, null) => "This is an address of ethereum or bsc.",
        (_, AddressFlaw.Checksum) => "Its checksum does not fit: it was mistyped.",
        _ when chain.Format == AddressFormat.Tron => "A tron address has 34 characters and begins with T.",
        _ => $"An address on {chain.Key} is 0x and 40 hex digits.",
    };

    // Money sent to the zero address, a burn address or a token contract is lost, and an address of ours would only move it in a circle. Bytes are
    // compared, because an address has several notations.
    private async ValueTask<string?> ReasonAgainst(RawAddress address)
    {
        if (address == RawAddress.Zero)
        {
            return "This is the zero address, which nobody holds the key of.";
        }

        if (address.IsUnowned)
        {
            return "This is a burn address or a contract of the chain itself, which nobody holds the key of.";
        }

        if (chains.All.Any(chain => Is(address, chain.Token.ContractAddress)))
        {
            return "This is the contract of a token, which keeps what it is sent.";
        }

        var isOurs = Enum.GetValues<Mode>().Any(mode => chains.All.Any(chain => Is(address, rails.For(mode).HotWallet(chain, mode))))
            || (await unit.Query(
                PayoutSql.IsDepositAddress, static _ => true,
                address.Text(AddressFormat.Ethereum), address.Text(AddressFormat.Tron))).Count > 0;
        return isOurs ? "This address is one of ours: use a wallet of your own." : null;
    }

    private static bool Is(RawAddress address, string text) => AddressText.Read(text, out _, out var other) is null && other == address;
}
