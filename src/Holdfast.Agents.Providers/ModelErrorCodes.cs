using Holdfast.Protocol;

namespace Holdfast.Agents.Providers;

internal static class ModelErrorCodes
{
    public static readonly ErrorCode ModelProviderUnknown = new(3400);
    public static readonly ErrorCode ModelApiKeyMissing = new(3401);
    public static readonly ErrorCode ModelBaseUrlInvalid = new(3402);
    public static readonly ErrorCode ModelSettingInvalid = new(3403);
    public static readonly ErrorCode ModelNotConfigured = new(3404);
    public static readonly ErrorCode ModelRequestUnsupported = new(3405);
    public static readonly ErrorCode ModelCallRefused = new(3410);
    public static readonly ErrorCode ModelUnreachable = new(3411);
    public static readonly ErrorCode ModelCallTimedOut = new(3412);
    public static readonly ErrorCode ModelResponseInvalid = new(3413);
    public static readonly ErrorCode ModelResponseTooLarge = new(3414);
}
