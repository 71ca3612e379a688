using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

internal readonly record struct WithdrawalId(string Value) : IId<WithdrawalId>
{
    public static string Prefix => "wd";

    public static WithdrawalId From(string value) => new(value);

    public override string ToString() => Value;
}
