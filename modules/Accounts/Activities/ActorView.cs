using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Accounts.Activities;

// Converts a caller to the actor of an action as it is stored, and a stored actor to the contract.
internal static class ActorView
{
    public static (string Type, string? Id) Of(Caller caller) => caller.Class switch
    {
        CredentialClass.Job when caller == Caller.Operator => (ActorType.Operator, null),
        CredentialClass.Job => (ActorType.Job, null),
        CredentialClass.Grant => (ActorType.Agent, caller.CredentialId),
        _ => (ActorType.Credential, caller.CredentialId),
    };

    public static Actor Show(string type, string? id) => new() { Type = type, Id = id };
}
