using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Data;

// The id of a session, ssn_…. Its bearer begins with sess_ and is not stored.
internal readonly record struct SessionId(string Value) : IId<SessionId>
{
    public static string Prefix => "ssn";

    public static SessionId From(string value) => new(value);

    public override string ToString() => Value;
}
