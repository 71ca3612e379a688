using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

internal readonly record struct TopupId(string Value) : IId<TopupId>
{
    public static string Prefix => "top";

    public static TopupId From(string value) => new(value);

    public override string ToString() => Value;
}
