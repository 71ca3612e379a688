using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

internal readonly record struct DepositId(string Value) : IId<DepositId>
{
    public static string Prefix => "dep";

    public static DepositId From(string value) => new(value);

    public override string ToString() => Value;
}
