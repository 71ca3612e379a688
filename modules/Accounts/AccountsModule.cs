using Cryptocardium.Accounts.Contract;
using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Handlers;
using Cryptocardium.Accounts.Jobs;
using Cryptocardium.Accounts.Passwords;
using Cryptocardium.Accounts.Requests;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Accounts;

/// <summary>Registers accounts, sessions and the platform's status.</summary>
public static class AccountsModule
{
    /// <summary>Adds the module to the host.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<IModelPart, AccountsModel>()
        .AddSingleton<Reader>()
        .AddScoped<IAccounts, StoredAccounts>()
        .AddScoped<IAccountModes>(provider => provider.GetRequiredService<IAccounts>())
        .AddScoped<AuditTrail>()
        .AddScoped<IAudit>(provider => provider.GetRequiredService<AuditTrail>())
        .AddPasswords()
        .AddSessions()
        .AddScoped<AccountView>()
        .AddScoped<IBalanceChangeTeller, BalanceChangeTeller>()
        .AddSingleton<ContractHistory>()
        .AddRequests();

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<RequestBook>()
        .AddSingleton<IRequestLog>(provider => provider.GetRequiredService<RequestBook>())
        .AddHostedService(provider => provider.GetRequiredService<RequestBook>())
        .AddScoped<IPreparation<ListRequestLogs>, RequestsWritten<ListRequestLogs>>()
        .AddScoped<IPreparation<GetRequestTrace>, RequestsWritten<GetRequestTrace>>()
        .AddScoped<ITraceSource, AuditTrace>()
        .AddScoped<ActivityFeed>()
        .AddSingleton(provider => KeepRequests.Job(provider.GetRequiredService<RequestBook>()))
        .AddSingleton(PurgeRequests.Job);

    private static IServiceCollection AddPasswords(this IServiceCollection services) => services
        .Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordBook.Rounds)
        .AddSingleton<PasswordBook>()
        .AddSingleton<PasswordQueue>()
        .AddSingleton<SignInThrottle>()
        .AddScoped<IPreparation<CreateAccount>, CreateAccountPreparation>()
        .AddScoped<IPreparation<SignIn>, SignInPreparation>();

    private static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<LiveSessions>()
        .AddSingleton<SessionLooks>()
        .AddSingleton<ICredentialChecker, SessionChecker>()
        .AddSingleton<ICredentials, Credentials>()
        .AddScoped<OpenSession>()
        .AddSingleton(provider => TouchSessions.Job(provider.GetRequiredService<LiveSessions>()))
        .AddSingleton(PurgeSessions.Job);
}
