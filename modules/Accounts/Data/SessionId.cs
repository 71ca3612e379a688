using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Data;

// A session, ssn_…; the bearer itself begins with sess_ and is stored nowhere.
internal readonly record struct SessionId(string Value) : IId<SessionId>
{
    public static string Prefix => "ssn";

    public static SessionId From(string value) => new(value);

    public override string ToString() => Value;
}
