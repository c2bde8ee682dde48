import { expect, it } from 'vitest'
import { pythonRoutes } from '../../src/runtimes/python/init/routes/routes.ts'

type Files = Readonly<Record<string, string>>

const told = (files: Files): readonly string[] =>
  pythonRoutes(Object.entries(files).map(([file, text]) => ({ file, text }))).map(
    ({ method, path }) => `${method} ${path}`,
  )

it.each<[string, Files, readonly string[]]>([
  [
    'routers of one name in many files, as FastAPI’s are laid out',
    {
      'app/main.py':
        'from app.api.main import api_router\nfrom app.core.config import settings\napp = FastAPI()\napp.include_router(api_router, prefix=settings.API_V1_STR)\n',
      'app/core/config.py': 'class Settings(BaseSettings):\n    API_V1_STR: str = "/api/v1"\n',
      'app/api/main.py':
        'from app.api.routes import items, users\n\napi_router = APIRouter()\napi_router.include_router(items.router)\napi_router.include_router(users.router, prefix="/users", tags=["users"])\n',
      'app/api/routes/items.py':
        'router = APIRouter(prefix="/items", tags=["items"])\n\n@router.get("/", response_model=Items)\ndef all(): ...\n\n@router.get("/{id}")\ndef one(): ...\n',
      'app/api/routes/users.py': 'router = APIRouter()\n\n@router.get("/me")\ndef me(): ...\n',
    },
    ['GET /api/v1/items/', 'GET /api/v1/items/{id}', 'GET /api/v1/users/me'],
  ],
  [
    'a router by another name, in a function, with a prefix that is put together',
    {
      'app/main.py':
        'from app.api.routes.api import router as api_router\n\ndef get_application():\n    application = FastAPI()\n    application.include_router(api_router, prefix=settings.api_prefix)\n    return application\n',
      'app/settings.py': 'api_prefix: str = "/api"\n',
      'app/api/routes/api.py':
        'from app.api.routes import tags\nfrom app.api.routes.articles import api as articles\nrouter = APIRouter()\nrouter.include_router(tags.router, tags=["tags"], prefix="/tags")\nrouter.include_router(articles.router, prefix="/articles")\n',
      'app/api/routes/tags.py':
        'router = APIRouter()\n@router.get("", name="tags:all")\nasync def all(): ...\n',
      'app/api/routes/articles/api.py':
        'from app.api.routes.articles import resource\nrouter = APIRouter()\nrouter.include_router(resource.router)\n',
      'app/api/routes/articles/resource.py':
        'router = APIRouter()\n@router.get(\n    "/feed",\n    name="articles:feed",\n)\nasync def feed(): ...\n',
    },
    ['GET /api/tags', 'GET /api/articles/feed'],
  ],
  [
    'blueprints, relative, brought in where the application is made',
    {
      'shop/__init__.py':
        "def create_app():\n    app = Flask(__name__)\n    from . import auth, main\n    from .api import bp as api_bp\n    app.register_blueprint(auth.bp)\n    app.register_blueprint(main.bp, url_prefix='/shop')\n    app.register_blueprint(api_bp, url_prefix='/api')\n    return app\n",
      'shop/auth.py':
        "bp = Blueprint('auth', __name__, url_prefix='/auth')\n@bp.route('/login', methods=('GET', 'POST'))\ndef login(): ...\n",
      'shop/main.py': "bp = Blueprint('main', __name__)\n@bp.route('/')\ndef index(): ...\n",
      'shop/api/__init__.py': "bp = Blueprint('api', __name__)\n\nfrom shop.api import users\n",
      'shop/api/users.py':
        "from shop.api import bp\n@bp.route('/users/<int:id>', methods=['GET'])\ndef one(): ...\n",
    },
    ['GET /auth/login', 'POST /auth/login', 'GET /shop/', 'GET /api/users/<int:id>'],
  ],
  [
    'lists that include lists, as Django has them',
    {
      'shop/urls.py':
        "urlpatterns = [path('admin/', admin.site.urls), path('orders/', include('orders.urls')), path('api/', include(('api.urls', 'api'))), re_path(r'^healthz$', ok)]\n",
      'orders/urls.py': "urlpatterns = [path('', all), path('<int:id>/', one)]\n",
      'api/urls.py':
        "router = DefaultRouter()\nrouter.register(r'users', UserViewSet)\nurlpatterns = [path('v1/', include(router.urls))]\n",
    },
    [
      'GET /admin/',
      'GET /healthz',
      'GET /orders/',
      'GET /orders/<int:id>/',
      'GET /api/v1/users/',
      'GET /api/v1/users/<pk>/',
    ],
  ],
  [
    'controllers, tables and handlers',
    {
      'a.py':
        'class Users(Controller):\n    path = "/users"\n\n    @get()\n    async def all(self): ...\n\n    @get("/{id:int}")\n    async def one(self): ...\n',
      'b.py': "app = tornado.web.Application([(r'/items', ItemsHandler), (r'/', web.MainHandler)])\n",
      'c.py': "api.add_route('/things', Things())\napp.add_url_rule('/plain', view_func=f)\n",
      'd.py': "app.router.add_get('/x', f)\nroutes = [Route('/y', f, methods=['POST'])]\nweb.get('/z', f)\n",
    },
    [
      'GET /users',
      'GET /users/{id:int}',
      'GET /items',
      'GET /',
      'GET /things',
      'GET /plain',
      'GET /x',
      'POST /y',
      'GET /z',
    ],
  ],
  [
    'a path that is a constant, and none that is not known',
    {
      'a.py': 'HEALTH = "/healthz"\n@app.get(HEALTH)\ndef a(): ...\n@app.get(Paths.NOWHERE)\ndef b(): ...\n',
    },
    ['GET /healthz'],
  ],
  [
    'routers that take each other in',
    {
      'a.py':
        'from b import router as other\nrouter = APIRouter(prefix="/a")\nrouter.include_router(other)\n',
      'b.py':
        'from a import router as other\nrouter = APIRouter(prefix="/b")\nrouter.include_router(other)\n@router.get("/x")\ndef x(): ...\n',
    },
    ['GET /a/b/x'],
  ],
])('%s', (_, files, routes) => {
  expect(told(files)).toEqual(routes)
})
